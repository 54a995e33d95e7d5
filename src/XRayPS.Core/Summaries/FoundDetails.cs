using XRayPS.Core.Documents;

namespace XRayPS.Core.Summaries;

/// <summary>What a summary gathers from all segments of a trace.</summary>
internal sealed class FoundDetails
{
    /// <summary>Documented limit of annotations that are indexed; the first ones are taken, in the order of receipt.</summary>
    private const int MaxAnnotations = 50;

    private readonly SortedDictionary<string, RecordList<ValueWithServiceIds>> _annotations = new(StringComparer.Ordinal);

    internal RecordMap<RecordList<ValueWithServiceIds>> Annotations { get; } = [];

    internal RecordList<TraceUser> Users { get; } = [];

    internal RecordList<ResourceARNDetail> ResourceArns { get; } = [];

    internal RecordList<InstanceIdDetail> InstanceIds { get; } = [];

    internal RecordList<AvailabilityZoneDetail> AvailabilityZones { get; } = [];

    internal static FoundDetails Of(AssembledTrace trace)
    {
        FoundDetails found = new();
        foreach (TraceEntity entity in trace.Entities())
        {
            if (entity.IsInferred)
            {
                continue;
            }

            found.AddAnnotations(entity.Document);
            if (entity.IsSegment)
            {
                found.AddResources(entity.Document);
            }
        }

        found.SortAnnotations();
        return found;
    }

    /// <summary>The annotations of one segment and what it contains.</summary>
    internal static RecordMap<RecordList<ValueWithServiceIds>> AnnotationsOf(TraceEntity segment)
    {
        FoundDetails found = new();
        Stack<TraceEntity> open = new([segment]);
        while (open.TryPop(out TraceEntity? entity))
        {
            found.AddAnnotations(entity.Document);
            foreach (TraceEntity subsegment in entity.Subsegments)
            {
                open.Push(subsegment);
            }
        }

        found.SortAnnotations();
        return found.Annotations;
    }

    private void SortAnnotations()
    {
        foreach (KeyValuePair<string, RecordList<ValueWithServiceIds>> entry in _annotations)
        {
            Annotations.Add(entry.Key, entry.Value);
        }
    }

    private void AddResources(SegmentDocument segment)
    {
        if (segment.User is { } user && !Users.Exists(known => known.UserName == user))
        {
            Users.Add(new TraceUser { UserName = user });
        }

        if (segment.ResourceArn is { } arn && !ResourceArns.Exists(known => known.ARN == arn))
        {
            ResourceArns.Add(new ResourceARNDetail { ARN = arn });
        }

        if (segment.Aws is null || !segment.Aws.TryGetValue("ec2", out object? block) || block is not RecordMap<object?> ec2)
        {
            return;
        }

        if (AwsResource.Text(ec2, "instance_id") is { } instance && !InstanceIds.Exists(known => known.Id == instance))
        {
            InstanceIds.Add(new InstanceIdDetail { Id = instance });
        }

        if (AwsResource.Text(ec2, "availability_zone") is { } zone && !AvailabilityZones.Exists(known => known.Name == zone))
        {
            AvailabilityZones.Add(new AvailabilityZoneDetail { Name = zone });
        }
    }

    private void AddAnnotations(SegmentDocument document)
    {
        if (document.Annotations is null)
        {
            return;
        }

        foreach (KeyValuePair<string, object> annotation in document.Annotations)
        {
            if (ValueOf(annotation.Value) is not { } value)
            {
                continue;
            }

            if (!_annotations.TryGetValue(annotation.Key, out RecordList<ValueWithServiceIds>? values))
            {
                if (_annotations.Count >= MaxAnnotations)
                {
                    continue;
                }

                _annotations.Add(annotation.Key, values = []);
            }

            if (!values.Exists(known => Equals(known.AnnotationValue?.Value, value.Value)))
            {
                values.Add(new ValueWithServiceIds { AnnotationValue = value });
            }
        }
    }

    /// <summary>Strings, numbers and booleans are indexed; nested values are not.</summary>
    private static AnnotationValue? ValueOf(object value) => value switch
    {
        string text => new AnnotationValue { StringValue = text },
        bool flag => new AnnotationValue { BooleanValue = flag },
        long or double or int or float or decimal =>
            new AnnotationValue { NumberValue = Convert.ToDouble(value, System.Globalization.CultureInfo.InvariantCulture) },
        _ => null,
    };
}
