using System.Globalization;
using System.Text;

namespace XRayPS.Bench.Peers;

/// <summary>Pages of GetTraceSummaries, written as X-Ray writes them: 100 summaries of about 740 bytes each.</summary>
internal static class Pages
{
    internal const int SummariesPerPage = 100;
    private const long Start = 1_790_000_000;

    /// <summary>A page of a chain; its token leads to the next.</summary>
    internal static string Render(int page, int pages)
    {
        StringBuilder text = new(80_000);
        text.Append(CultureInfo.InvariantCulture, $"{{\"ApproximateTime\":{Start + 900 - page}.0,\"NextToken\":");
        text.Append(page + 1 < pages ? $"\"{Token(page + 1)}\"" : "null").Append(",\"TraceSummaries\":[");
        for (int i = 0; i < SummariesPerPage; i++)
        {
            text.Append(i == 0 ? "" : ",");
            AppendSummary(text, (page * SummariesPerPage) + i);
        }

        return text.Append("],\"TracesProcessedCount\":100}").ToString();
    }

    /// <summary>The id of a summary, counted over all pages.</summary>
    internal static string Id(int number) => $"1-6ab13b80-{number:x24}";

    /// <summary>The token of a page, which is its number.</summary>
    internal static string Token(int page) => string.Create(CultureInfo.InvariantCulture, $"page-{page}");

    private static void AppendSummary(StringBuilder text, int n)
    {
        string fault = n % 7 == 0 ? "true" : "false";
        string summary = string.Create(CultureInfo.InvariantCulture, $$$$"""
            {"Annotations":{"tier":[{"AnnotationValue":{"StringValue":"{{{{(n % 10 == 0 ? "gold" : "tin")}}}}"},
            "ServiceIds":[]}]},
            "AvailabilityZones":[],"Duration":{{{{n % 400 / 100.0:F3}}}},
            "EntryPoint":{"Name":"front","Type":"AWS::ECS::Container"},
            "ErrorRootCauses":[],"FaultRootCauses":[],"HasError":false,"HasFault":{{{{fault}}}},"HasThrottle":false,
            "Http":{"ClientIp":"203.0.113.{{{{n % 250}}}}","HttpMethod":"GET","HttpStatus":200,
            "HttpURL":"https://shop.example.com/orders/{{{{n:D7}}}}","UserAgent":"curl/8.5.0"},
            "Id":"{{{{Id(n)}}}}","InstanceIds":[],"IsPartial":false,"ResourceARNs":[],
            "ResponseTime":{{{{n % 300 / 100.0:F3}}}},
            "ResponseTimeRootCauses":[],"Revision":1,
            "ServiceIds":[{"Name":"front","Names":["front"],"Type":"AWS::ECS::Container"}],
            "StartTime":{{{{Start + 900 - (n / 100)}}}}.25,"Users":[{"ServiceIds":[],"UserName":"user{{{{n % 100}}}}"}]}
            """);
        text.Append(summary.ReplaceLineEndings(""));
    }
}
