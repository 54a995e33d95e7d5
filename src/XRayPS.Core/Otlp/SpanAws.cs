using System.Globalization;

namespace XRayPS.Core.Otlp;

/// <summary>The blocks <c>aws</c> and <c>service</c> and the origin, from the resource and from calls to AWS.</summary>
internal static class SpanAws
{
    /// <summary>The block; null for a span of another cloud.</summary>
    internal static RecordMap<object?>? Of(OtlpSpan span, SpanAttributes attributes)
    {
        RecordMap<object?> resource = span.Resource;
        string? method = attributes.Take("rpc.method");
        string? operation = attributes.Take("aws.operation") ?? method;
        string? account = attributes.Take("aws.account_id") ?? Text(resource, "cloud.account.id");
        string? region = attributes.Take("aws.region");
        string? request = attributes.Take("aws.request_id", "aws.requestId");
        string? queue = attributes.Take("aws.queue_url", "aws.queue.url");
        string? table = attributes.Take("aws.table_name", "aws.table.name");
        if (Text(resource, "cloud.provider") is { } cloud && cloud != "aws")
        {
            return null;
        }

        RecordMap<object?> aws = [];
        Add(aws, "account_id", account);
        AddPlatform(aws, resource);
        AddLogs(aws, resource);
        string? sdk = Text(resource, "telemetry.sdk.name");
        string? language = Text(resource, "telemetry.sdk.language");
        RecordMap<object?> xray = [];
        Add(xray, "sdk", sdk is not null && language is not null ? $"{sdk} for {language}" : sdk);
        Add(xray, "sdk_version", Text(resource, "telemetry.sdk.version"));
        xray["auto_instrumentation"] = (Text(resource, "telemetry.distro.version") ?? Text(resource, "telemetry.auto.version")) is not null;
        aws["xray"] = xray;
        Add(aws, "operation", operation);
        Add(aws, "region", region);
        Add(aws, "request_id", request);
        Add(aws, "queue_url", attributes.Peek("messaging.url") ?? queue);
        AddTables(aws, span, table);
        return aws;
    }

    /// <summary>The kind of AWS resource that ran the code; null elsewhere.</summary>
    internal static string? Origin(RecordMap<object?> resource)
    {
        if (Text(resource, "cloud.provider") is { } cloud && cloud != "aws")
        {
            return null;
        }

        return Text(resource, "cloud.platform") switch
        {
            "aws_app_runner" => "AWS::AppRunner::Service",
            "aws_eks" => "AWS::EKS::Container",
            "aws_elastic_beanstalk" => "AWS::ElasticBeanstalk::Environment",
            "aws_ecs" => Text(resource, "aws.ecs.launchtype") switch
            {
                "ec2" => "AWS::ECS::EC2",
                "fargate" => "AWS::ECS::Fargate",
                _ => "AWS::ECS::Container",
            },
            "aws_ec2" => "AWS::EC2::Instance",
            _ => null,
        };
    }

    /// <summary>The version of the service; null when nothing says it.</summary>
    internal static RecordMap<object?>? Service(RecordMap<object?> resource) =>
        (Text(resource, "service.version") ?? Text(resource, "container.image.tag")) is { } version
            ? new RecordMap<object?> { ["version"] = version }
            : null;

    private static void AddPlatform(RecordMap<object?> aws, RecordMap<object?> resource)
    {
        string? platform = Text(resource, "cloud.platform");
        if (platform == "aws_ec2" || Text(resource, "host.id") is not null)
        {
            AddBlock(aws, resource, "ec2", [
                ("instance_id", "host.id"), ("availability_zone", "cloud.availability_zone"),
                ("instance_size", "host.type"), ("ami_id", "host.image.id")]);
        }

        if (platform == "aws_ecs")
        {
            AddBlock(aws, resource, "ecs", [
                ("container", "container.name"), ("container_id", "container.id"),
                ("availability_zone", "cloud.availability_zone"), ("container_arn", "aws.ecs.container.arn"),
                ("cluster_arn", "aws.ecs.cluster.arn"), ("task_arn", "aws.ecs.task.arn"),
                ("task_family", "aws.ecs.task.family"), ("launch_type", "aws.ecs.launchtype")]);
        }

        if (platform == "aws_elastic_beanstalk" && Text(resource, "service.instance.id") is { } deployment)
        {
            AddBlock(aws, resource, "elastic_beanstalk", [("environment_name", "service.namespace"), ("version_label", "service.version")]);
            ((RecordMap<object?>)aws["elastic_beanstalk"]!)["deployment_id"] =
                long.TryParse(deployment, NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number : 0L;
        }

        if (platform == "aws_eks" || Text(resource, "k8s.cluster.name") is not null)
        {
            AddBlock(aws, resource, "eks", [
                ("cluster_name", "k8s.cluster.name"), ("pod", "k8s.pod.name"), ("container_id", "container.id")]);
        }
    }

    private static void AddBlock(
        RecordMap<object?> aws, RecordMap<object?> resource, string name, ReadOnlySpan<(string Member, string Attribute)> members)
    {
        RecordMap<object?> block = [];
        foreach ((string member, string attribute) in members)
        {
            Add(block, member, Text(resource, attribute));
        }

        aws[name] = block;
    }

    private static void AddLogs(RecordMap<object?> aws, RecordMap<object?> resource)
    {
        List<string> arns = Texts(resource, "aws.log.group.arns");
        List<string> names = arns.Count > 0 ? arns : Texts(resource, "aws.log.group.names");
        if (names.Count == 0)
        {
            return;
        }

        RecordList<object?> groups = [];
        foreach (string name in names)
        {
            RecordMap<object?> group = [];
            group["log_group"] = arns.Count > 0 && name.Split(':') is { Length: >= 7 } parts ? parts[6] : name;
            if (arns.Count > 0)
            {
                group["arn"] = name;
            }

            groups.Add(group);
        }

        aws["cloudwatch_logs"] = groups;
    }

    private static void AddTables(RecordMap<object?> aws, OtlpSpan span, string? table)
    {
        List<string> tables = Texts(span.Attributes, "aws.dynamodb.table_names");
        if (tables.Count > 1)
        {
            aws["table_names"] = new RecordList<object?>(tables);
            return;
        }

        Add(aws, "table_name", tables.Count == 1 ? tables[0] : table);
    }

    /// <summary>A list of texts, or one text with the items joined by <c>&amp;</c>, as environment variables give it.</summary>
    private static List<string> Texts(RecordMap<object?> attributes, string name) =>
        !attributes.TryGetValue(name, out object? value) ? []
        : value is IEnumerable<object?> items ? [.. items.OfType<string>()]
        : value is string text ? [.. text.Split('&', StringSplitOptions.RemoveEmptyEntries)]
        : [];

    private static string? Text(RecordMap<object?> attributes, string name) => SpanAttributes.TextOf(attributes, name);

    private static void Add(RecordMap<object?> block, string member, string? value)
    {
        if (value is not null)
        {
            block[member] = value;
        }
    }
}
