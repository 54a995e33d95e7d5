using XRayPS.Core.Model;

namespace XRayPS.Core.Wire;

/// <summary>Readers of service graphs. See <see cref="HotReader"/>.</summary>
internal readonly struct GetServiceGraphResponseReader : IRecordReader<GetServiceGraphResponse>
{
    public static GetServiceGraphResponse Read(ref HotReader reader)
    {
        GetServiceGraphResponse record = new();
        while (reader.Next(out ReadOnlySpan<byte> name))
        {
            switch (name.Length)
            {
                case 7 when name.SequenceEqual("EndTime"u8):
                    record.EndTime = reader.Timestamp("GetServiceGraphResponse.EndTime") ?? record.EndTime;
                    break;
                case 8 when name.SequenceEqual("Services"u8):
                    record.Services = reader.Records<Service, ServiceReader>("GetServiceGraphResponse.Services", record.Services) ?? record.Services;
                    break;
                case 9 when name.SequenceEqual("NextToken"u8):
                    record.NextToken = reader.Text("GetServiceGraphResponse.NextToken") ?? record.NextToken;
                    break;
                case 9 when name.SequenceEqual("StartTime"u8):
                    record.StartTime = reader.Timestamp("GetServiceGraphResponse.StartTime") ?? record.StartTime;
                    break;
                case 24 when name.SequenceEqual("ContainsOldGroupVersions"u8):
                    record.ContainsOldGroupVersions = reader.Boolean("GetServiceGraphResponse.ContainsOldGroupVersions") ?? record.ContainsOldGroupVersions;
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return record;
    }
}

internal readonly struct GetTraceGraphResponseReader : IRecordReader<GetTraceGraphResponse>
{
    public static GetTraceGraphResponse Read(ref HotReader reader)
    {
        GetTraceGraphResponse record = new();
        while (reader.Next(out ReadOnlySpan<byte> name))
        {
            switch (name.Length)
            {
                case 8 when name.SequenceEqual("Services"u8):
                    record.Services = reader.Records<Service, ServiceReader>("GetTraceGraphResponse.Services", record.Services) ?? record.Services;
                    break;
                case 9 when name.SequenceEqual("NextToken"u8):
                    record.NextToken = reader.Text("GetTraceGraphResponse.NextToken") ?? record.NextToken;
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return record;
    }
}

internal readonly struct ServiceReader : IRecordReader<Service>
{
    public static Service Read(ref HotReader reader)
    {
        Service record = new();
        while (reader.Next(out ReadOnlySpan<byte> name))
        {
            switch (name.Length)
            {
                case 4 when name.SequenceEqual("Name"u8):
                    record.Name = reader.Text("Service.Name") ?? record.Name;
                    break;
                case 4 when name.SequenceEqual("Root"u8):
                    record.Root = reader.Boolean("Service.Root") ?? record.Root;
                    break;
                case 4 when name.SequenceEqual("Type"u8):
                    record.Type = reader.Text("Service.Type") ?? record.Type;
                    break;
                case 5 when name.SequenceEqual("Edges"u8):
                    record.Edges = reader.Records<Edge, EdgeReader>("Service.Edges", record.Edges) ?? record.Edges;
                    break;
                case 5 when name.SequenceEqual("Names"u8):
                    record.Names = reader.Texts("Service.Names", record.Names) ?? record.Names;
                    break;
                case 5 when name.SequenceEqual("State"u8):
                    record.State = reader.Text("Service.State") ?? record.State;
                    break;
                case 6 when name.SequenceEqual("Region"u8):
                    record.Region = reader.Text("Service.Region") ?? record.Region;
                    break;
                case 7 when name.SequenceEqual("EndTime"u8):
                    record.EndTime = reader.Timestamp("Service.EndTime") ?? record.EndTime;
                    break;
                case 8 when name.SequenceEqual("HostedIn"u8):
                    record.HostedIn = reader.TextMap("Service.HostedIn") ?? record.HostedIn;
                    break;
                case 9 when name.SequenceEqual("AccountId"u8):
                    record.AccountId = reader.Text("Service.AccountId") ?? record.AccountId;
                    break;
                case 9 when name.SequenceEqual("StartTime"u8):
                    record.StartTime = reader.Timestamp("Service.StartTime") ?? record.StartTime;
                    break;
                case 11 when name.SequenceEqual("ReferenceId"u8):
                    record.ReferenceId = reader.Integer("Service.ReferenceId") ?? record.ReferenceId;
                    break;
                case 13 when name.SequenceEqual("KeyAttributes"u8):
                    record.KeyAttributes = reader.TextMap("Service.KeyAttributes") ?? record.KeyAttributes;
                    break;
                case 17 when name.SequenceEqual("DurationHistogram"u8):
                    record.DurationHistogram = reader.Records<HistogramEntry, HistogramEntryReader>("Service.DurationHistogram", record.DurationHistogram) ?? record.DurationHistogram;
                    break;
                case 17 when name.SequenceEqual("SummaryStatistics"u8):
                    record.SummaryStatistics = reader.Record<ServiceStatistics, ServiceStatisticsReader>("Service.SummaryStatistics") ?? record.SummaryStatistics;
                    break;
                case 21 when name.SequenceEqual("ResponseTimeHistogram"u8):
                    record.ResponseTimeHistogram = reader.Records<HistogramEntry, HistogramEntryReader>("Service.ResponseTimeHistogram", record.ResponseTimeHistogram) ?? record.ResponseTimeHistogram;
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return record;
    }
}

internal readonly struct EdgeReader : IRecordReader<Edge>
{
    public static Edge Read(ref HotReader reader)
    {
        Edge record = new();
        while (reader.Next(out ReadOnlySpan<byte> name))
        {
            switch (name.Length)
            {
                case 7 when name.SequenceEqual("Aliases"u8):
                    record.Aliases = reader.Records<Alias, AliasReader>("Edge.Aliases", record.Aliases) ?? record.Aliases;
                    break;
                case 7 when name.SequenceEqual("EndTime"u8):
                    record.EndTime = reader.Timestamp("Edge.EndTime") ?? record.EndTime;
                    break;
                case 8 when name.SequenceEqual("EdgeType"u8):
                    record.EdgeType = reader.Text("Edge.EdgeType") ?? record.EdgeType;
                    break;
                case 9 when name.SequenceEqual("StartTime"u8):
                    record.StartTime = reader.Timestamp("Edge.StartTime") ?? record.StartTime;
                    break;
                case 11 when name.SequenceEqual("ReferenceId"u8):
                    record.ReferenceId = reader.Integer("Edge.ReferenceId") ?? record.ReferenceId;
                    break;
                case 17 when name.SequenceEqual("SummaryStatistics"u8):
                    record.SummaryStatistics = reader.Record<EdgeStatistics, EdgeStatisticsReader>("Edge.SummaryStatistics") ?? record.SummaryStatistics;
                    break;
                case 21 when name.SequenceEqual("ResponseTimeHistogram"u8):
                    record.ResponseTimeHistogram = reader.Records<HistogramEntry, HistogramEntryReader>("Edge.ResponseTimeHistogram", record.ResponseTimeHistogram) ?? record.ResponseTimeHistogram;
                    break;
                case 25 when name.SequenceEqual("ReceivedEventAgeHistogram"u8):
                    record.ReceivedEventAgeHistogram = reader.Records<HistogramEntry, HistogramEntryReader>("Edge.ReceivedEventAgeHistogram", record.ReceivedEventAgeHistogram) ?? record.ReceivedEventAgeHistogram;
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return record;
    }
}

internal readonly struct ServiceStatisticsReader : IRecordReader<ServiceStatistics>
{
    public static ServiceStatistics Read(ref HotReader reader)
    {
        ServiceStatistics record = new();
        while (reader.Next(out ReadOnlySpan<byte> name))
        {
            switch (name.Length)
            {
                case 7 when name.SequenceEqual("OkCount"u8):
                    record.OkCount = reader.Long("ServiceStatistics.OkCount") ?? record.OkCount;
                    break;
                case 10 when name.SequenceEqual("TotalCount"u8):
                    record.TotalCount = reader.Long("ServiceStatistics.TotalCount") ?? record.TotalCount;
                    break;
                case 15 when name.SequenceEqual("ErrorStatistics"u8):
                    record.ErrorStatistics = reader.Record<ErrorStatistics, ErrorStatisticsReader>("ServiceStatistics.ErrorStatistics") ?? record.ErrorStatistics;
                    break;
                case 15 when name.SequenceEqual("FaultStatistics"u8):
                    record.FaultStatistics = reader.Record<FaultStatistics, FaultStatisticsReader>("ServiceStatistics.FaultStatistics") ?? record.FaultStatistics;
                    break;
                case 17 when name.SequenceEqual("TotalResponseTime"u8):
                    record.TotalResponseTime = reader.Number("ServiceStatistics.TotalResponseTime") ?? record.TotalResponseTime;
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return record;
    }
}

internal readonly struct EdgeStatisticsReader : IRecordReader<EdgeStatistics>
{
    public static EdgeStatistics Read(ref HotReader reader)
    {
        EdgeStatistics record = new();
        while (reader.Next(out ReadOnlySpan<byte> name))
        {
            switch (name.Length)
            {
                case 7 when name.SequenceEqual("OkCount"u8):
                    record.OkCount = reader.Long("EdgeStatistics.OkCount") ?? record.OkCount;
                    break;
                case 10 when name.SequenceEqual("TotalCount"u8):
                    record.TotalCount = reader.Long("EdgeStatistics.TotalCount") ?? record.TotalCount;
                    break;
                case 15 when name.SequenceEqual("ErrorStatistics"u8):
                    record.ErrorStatistics = reader.Record<ErrorStatistics, ErrorStatisticsReader>("EdgeStatistics.ErrorStatistics") ?? record.ErrorStatistics;
                    break;
                case 15 when name.SequenceEqual("FaultStatistics"u8):
                    record.FaultStatistics = reader.Record<FaultStatistics, FaultStatisticsReader>("EdgeStatistics.FaultStatistics") ?? record.FaultStatistics;
                    break;
                case 17 when name.SequenceEqual("TotalResponseTime"u8):
                    record.TotalResponseTime = reader.Number("EdgeStatistics.TotalResponseTime") ?? record.TotalResponseTime;
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return record;
    }
}

internal readonly struct ErrorStatisticsReader : IRecordReader<ErrorStatistics>
{
    public static ErrorStatistics Read(ref HotReader reader)
    {
        ErrorStatistics record = new();
        while (reader.Next(out ReadOnlySpan<byte> name))
        {
            switch (name.Length)
            {
                case 10 when name.SequenceEqual("OtherCount"u8):
                    record.OtherCount = reader.Long("ErrorStatistics.OtherCount") ?? record.OtherCount;
                    break;
                case 10 when name.SequenceEqual("TotalCount"u8):
                    record.TotalCount = reader.Long("ErrorStatistics.TotalCount") ?? record.TotalCount;
                    break;
                case 13 when name.SequenceEqual("ThrottleCount"u8):
                    record.ThrottleCount = reader.Long("ErrorStatistics.ThrottleCount") ?? record.ThrottleCount;
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return record;
    }
}

internal readonly struct FaultStatisticsReader : IRecordReader<FaultStatistics>
{
    public static FaultStatistics Read(ref HotReader reader)
    {
        FaultStatistics record = new();
        while (reader.Next(out ReadOnlySpan<byte> name))
        {
            switch (name.Length)
            {
                case 10 when name.SequenceEqual("OtherCount"u8):
                    record.OtherCount = reader.Long("FaultStatistics.OtherCount") ?? record.OtherCount;
                    break;
                case 10 when name.SequenceEqual("TotalCount"u8):
                    record.TotalCount = reader.Long("FaultStatistics.TotalCount") ?? record.TotalCount;
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return record;
    }
}

internal readonly struct HistogramEntryReader : IRecordReader<HistogramEntry>
{
    public static HistogramEntry Read(ref HotReader reader)
    {
        HistogramEntry record = new();
        while (reader.Next(out ReadOnlySpan<byte> name))
        {
            switch (name.Length)
            {
                case 5 when name.SequenceEqual("Count"u8):
                    record.Count = reader.Integer("HistogramEntry.Count") ?? record.Count;
                    break;
                case 5 when name.SequenceEqual("Value"u8):
                    record.Value = reader.Number("HistogramEntry.Value") ?? record.Value;
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return record;
    }
}

internal readonly struct AliasReader : IRecordReader<Alias>
{
    public static Alias Read(ref HotReader reader)
    {
        Alias record = new();
        while (reader.Next(out ReadOnlySpan<byte> name))
        {
            switch (name.Length)
            {
                case 4 when name.SequenceEqual("Name"u8):
                    record.Name = reader.Text("Alias.Name") ?? record.Name;
                    break;
                case 4 when name.SequenceEqual("Type"u8):
                    record.Type = reader.Text("Alias.Type") ?? record.Type;
                    break;
                case 5 when name.SequenceEqual("Names"u8):
                    record.Names = reader.Texts("Alias.Names", record.Names) ?? record.Names;
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return record;
    }
}
