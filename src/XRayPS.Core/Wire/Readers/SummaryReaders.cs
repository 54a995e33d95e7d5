using XRayPS.Core.Model;

namespace XRayPS.Core.Wire;

/// <summary>Readers of trace summaries and their parts. See <see cref="HotReader"/>.</summary>
internal readonly struct GetTraceSummariesResponseReader : IRecordReader<GetTraceSummariesResponse>
{
    public static GetTraceSummariesResponse Read(ref HotReader reader)
    {
        GetTraceSummariesResponse record = new();
        while (reader.Next(out ReadOnlySpan<byte> name))
        {
            switch (name.Length)
            {
                case 9 when name.SequenceEqual("NextToken"u8):
                    record.NextToken = reader.Text("GetTraceSummariesResponse.NextToken") ?? record.NextToken;
                    break;
                case 14 when name.SequenceEqual("TraceSummaries"u8):
                    record.TraceSummaries = reader.Records<TraceSummary, TraceSummaryReader>("GetTraceSummariesResponse.TraceSummaries", record.TraceSummaries) ?? record.TraceSummaries;
                    break;
                case 15 when name.SequenceEqual("ApproximateTime"u8):
                    record.ApproximateTime = reader.Timestamp("GetTraceSummariesResponse.ApproximateTime") ?? record.ApproximateTime;
                    break;
                case 20 when name.SequenceEqual("TracesProcessedCount"u8):
                    record.TracesProcessedCount = reader.Long("GetTraceSummariesResponse.TracesProcessedCount") ?? record.TracesProcessedCount;
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return record;
    }
}

internal readonly struct TraceSummaryReader : IRecordReader<TraceSummary>
{
    public static TraceSummary Read(ref HotReader reader)
    {
        TraceSummary record = new();
        while (reader.Next(out ReadOnlySpan<byte> name))
        {
            switch (name.Length)
            {
                case 2 when name.SequenceEqual("Id"u8):
                    record.Id = reader.Fresh("TraceSummary.Id") ?? record.Id;
                    break;
                case 4 when name.SequenceEqual("Http"u8):
                    record.Http = reader.Record<Http, HttpReader>("TraceSummary.Http") ?? record.Http;
                    break;
                case 5 when name.SequenceEqual("Users"u8):
                    record.Users = reader.Records<TraceUser, TraceUserReader>("TraceSummary.Users", record.Users) ?? record.Users;
                    break;
                case 8 when name.SequenceEqual("Duration"u8):
                    record.Duration = reader.Number("TraceSummary.Duration") ?? record.Duration;
                    break;
                case 8 when name.SequenceEqual("HasError"u8):
                    record.HasError = reader.Boolean("TraceSummary.HasError") ?? record.HasError;
                    break;
                case 8 when name.SequenceEqual("HasFault"u8):
                    record.HasFault = reader.Boolean("TraceSummary.HasFault") ?? record.HasFault;
                    break;
                case 8 when name.SequenceEqual("Revision"u8):
                    record.Revision = reader.Integer("TraceSummary.Revision") ?? record.Revision;
                    break;
                case 9 when name.SequenceEqual("IsPartial"u8):
                    record.IsPartial = reader.Boolean("TraceSummary.IsPartial") ?? record.IsPartial;
                    break;
                case 9 when name.SequenceEqual("StartTime"u8):
                    record.StartTime = reader.Timestamp("TraceSummary.StartTime") ?? record.StartTime;
                    break;
                case 10 when name.SequenceEqual("EntryPoint"u8):
                    record.EntryPoint = reader.Record<ServiceId, ServiceIdReader>("TraceSummary.EntryPoint") ?? record.EntryPoint;
                    break;
                case 10 when name.SequenceEqual("ServiceIds"u8):
                    record.ServiceIds = reader.Records<ServiceId, ServiceIdReader>("TraceSummary.ServiceIds", record.ServiceIds) ?? record.ServiceIds;
                    break;
                case 11 when name.SequenceEqual("Annotations"u8):
                    record.Annotations = reader.Annotations("TraceSummary.Annotations", record.Annotations) ?? record.Annotations;
                    break;
                case 11 when name.SequenceEqual("HasThrottle"u8):
                    record.HasThrottle = reader.Boolean("TraceSummary.HasThrottle") ?? record.HasThrottle;
                    break;
                case 11 when name.SequenceEqual("InstanceIds"u8):
                    record.InstanceIds = reader.Records<InstanceIdDetail, InstanceIdDetailReader>("TraceSummary.InstanceIds", record.InstanceIds) ?? record.InstanceIds;
                    break;
                case 11 when name.SequenceEqual("MatchedEdge"u8):
                    record.MatchedEdge = reader.Record<MatchedEdge, MatchedEdgeReader>("TraceSummary.MatchedEdge") ?? record.MatchedEdge;
                    break;
                case 12 when name.SequenceEqual("ResourceARNs"u8):
                    record.ResourceARNs = reader.Records<ResourceARNDetail, ResourceARNDetailReader>("TraceSummary.ResourceARNs", record.ResourceARNs) ?? record.ResourceARNs;
                    break;
                case 12 when name.SequenceEqual("ResponseTime"u8):
                    record.ResponseTime = reader.Number("TraceSummary.ResponseTime") ?? record.ResponseTime;
                    break;
                case 14 when name.SequenceEqual("MatchedService"u8):
                    record.MatchedService = reader.Record<MatchedService, MatchedServiceReader>("TraceSummary.MatchedService") ?? record.MatchedService;
                    break;
                case 15 when name.SequenceEqual("ErrorRootCauses"u8):
                    record.ErrorRootCauses = reader.Records<ErrorRootCause, ErrorRootCauseReader>("TraceSummary.ErrorRootCauses", record.ErrorRootCauses) ?? record.ErrorRootCauses;
                    break;
                case 15 when name.SequenceEqual("FaultRootCauses"u8):
                    record.FaultRootCauses = reader.Records<FaultRootCause, FaultRootCauseReader>("TraceSummary.FaultRootCauses", record.FaultRootCauses) ?? record.FaultRootCauses;
                    break;
                case 16 when name.SequenceEqual("MatchedEventTime"u8):
                    record.MatchedEventTime = reader.Timestamp("TraceSummary.MatchedEventTime") ?? record.MatchedEventTime;
                    break;
                case 17 when name.SequenceEqual("AvailabilityZones"u8):
                    record.AvailabilityZones = reader.Records<AvailabilityZoneDetail, AvailabilityZoneDetailReader>("TraceSummary.AvailabilityZones", record.AvailabilityZones) ?? record.AvailabilityZones;
                    break;
                case 22 when name.SequenceEqual("ResponseTimeRootCauses"u8):
                    record.ResponseTimeRootCauses = reader.Records<ResponseTimeRootCause, ResponseTimeRootCauseReader>("TraceSummary.ResponseTimeRootCauses", record.ResponseTimeRootCauses) ?? record.ResponseTimeRootCauses;
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return record;
    }
}

internal readonly struct MatchedServiceReader : IRecordReader<MatchedService>
{
    public static MatchedService Read(ref HotReader reader)
    {
        MatchedService record = new();
        while (reader.Next(out ReadOnlySpan<byte> name))
        {
            switch (name.Length)
            {
                case 8 when name.SequenceEqual("HasError"u8):
                    record.HasError = reader.Boolean("MatchedService.HasError") ?? record.HasError;
                    break;
                case 8 when name.SequenceEqual("HasFault"u8):
                    record.HasFault = reader.Boolean("MatchedService.HasFault") ?? record.HasFault;
                    break;
                case 11 when name.SequenceEqual("Annotations"u8):
                    record.Annotations = reader.Annotations("MatchedService.Annotations", record.Annotations) ?? record.Annotations;
                    break;
                case 11 when name.SequenceEqual("HasThrottle"u8):
                    record.HasThrottle = reader.Boolean("MatchedService.HasThrottle") ?? record.HasThrottle;
                    break;
                case 12 when name.SequenceEqual("ResponseTime"u8):
                    record.ResponseTime = reader.Number("MatchedService.ResponseTime") ?? record.ResponseTime;
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return record;
    }
}

internal readonly struct MatchedEdgeReader : IRecordReader<MatchedEdge>
{
    public static MatchedEdge Read(ref HotReader reader)
    {
        MatchedEdge record = new();
        while (reader.Next(out ReadOnlySpan<byte> name))
        {
            switch (name.Length)
            {
                case 8 when name.SequenceEqual("HasError"u8):
                    record.HasError = reader.Boolean("MatchedEdge.HasError") ?? record.HasError;
                    break;
                case 8 when name.SequenceEqual("HasFault"u8):
                    record.HasFault = reader.Boolean("MatchedEdge.HasFault") ?? record.HasFault;
                    break;
                case 11 when name.SequenceEqual("HasThrottle"u8):
                    record.HasThrottle = reader.Boolean("MatchedEdge.HasThrottle") ?? record.HasThrottle;
                    break;
                case 12 when name.SequenceEqual("ResponseTime"u8):
                    record.ResponseTime = reader.Number("MatchedEdge.ResponseTime") ?? record.ResponseTime;
                    break;
                case 22 when name.SequenceEqual("DestinationAnnotations"u8):
                    record.DestinationAnnotations = reader.Annotations("MatchedEdge.DestinationAnnotations", record.DestinationAnnotations) ?? record.DestinationAnnotations;
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return record;
    }
}

internal readonly struct HttpReader : IRecordReader<Http>
{
    public static Http Read(ref HotReader reader)
    {
        Http record = new();
        while (reader.Next(out ReadOnlySpan<byte> name))
        {
            switch (name.Length)
            {
                case 7 when name.SequenceEqual("HttpURL"u8):
                    record.HttpURL = reader.Text("Http.HttpURL") ?? record.HttpURL;
                    break;
                case 8 when name.SequenceEqual("ClientIp"u8):
                    record.ClientIp = reader.Text("Http.ClientIp") ?? record.ClientIp;
                    break;
                case 9 when name.SequenceEqual("UserAgent"u8):
                    record.UserAgent = reader.Text("Http.UserAgent") ?? record.UserAgent;
                    break;
                case 10 when name.SequenceEqual("HttpMethod"u8):
                    record.HttpMethod = reader.Text("Http.HttpMethod") ?? record.HttpMethod;
                    break;
                case 10 when name.SequenceEqual("HttpStatus"u8):
                    record.HttpStatus = reader.Integer("Http.HttpStatus") ?? record.HttpStatus;
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return record;
    }
}

internal readonly struct ValueWithServiceIdsReader : IRecordReader<ValueWithServiceIds>
{
    public static ValueWithServiceIds Read(ref HotReader reader)
    {
        ValueWithServiceIds record = new();
        while (reader.Next(out ReadOnlySpan<byte> name))
        {
            switch (name.Length)
            {
                case 10 when name.SequenceEqual("ServiceIds"u8):
                    record.ServiceIds = reader.Records<ServiceId, ServiceIdReader>("ValueWithServiceIds.ServiceIds", record.ServiceIds) ?? record.ServiceIds;
                    break;
                case 15 when name.SequenceEqual("AnnotationValue"u8):
                    record.AnnotationValue = reader.Record<AnnotationValue, AnnotationValueReader>("ValueWithServiceIds.AnnotationValue") ?? record.AnnotationValue;
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return record;
    }
}

internal readonly struct AnnotationValueReader : IRecordReader<AnnotationValue>
{
    public static AnnotationValue Read(ref HotReader reader)
    {
        AnnotationValue record = new();
        while (reader.Next(out ReadOnlySpan<byte> name))
        {
            switch (name.Length)
            {
                case 11 when name.SequenceEqual("NumberValue"u8):
                    record.NumberValue = reader.Number("AnnotationValue.NumberValue") ?? record.NumberValue;
                    break;
                case 11 when name.SequenceEqual("StringValue"u8):
                    record.StringValue = reader.Text("AnnotationValue.StringValue") ?? record.StringValue;
                    break;
                case 12 when name.SequenceEqual("BooleanValue"u8):
                    record.BooleanValue = reader.Boolean("AnnotationValue.BooleanValue") ?? record.BooleanValue;
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return record;
    }
}

internal readonly struct TraceUserReader : IRecordReader<TraceUser>
{
    public static TraceUser Read(ref HotReader reader)
    {
        TraceUser record = new();
        while (reader.Next(out ReadOnlySpan<byte> name))
        {
            switch (name.Length)
            {
                case 8 when name.SequenceEqual("UserName"u8):
                    record.UserName = reader.Text("TraceUser.UserName") ?? record.UserName;
                    break;
                case 10 when name.SequenceEqual("ServiceIds"u8):
                    record.ServiceIds = reader.Records<ServiceId, ServiceIdReader>("TraceUser.ServiceIds", record.ServiceIds) ?? record.ServiceIds;
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return record;
    }
}

internal readonly struct ServiceIdReader : IRecordReader<ServiceId>
{
    public static ServiceId Read(ref HotReader reader)
    {
        ServiceId record = new();
        while (reader.Next(out ReadOnlySpan<byte> name))
        {
            switch (name.Length)
            {
                case 4 when name.SequenceEqual("Name"u8):
                    record.Name = reader.Text("ServiceId.Name") ?? record.Name;
                    break;
                case 4 when name.SequenceEqual("Type"u8):
                    record.Type = reader.Text("ServiceId.Type") ?? record.Type;
                    break;
                case 5 when name.SequenceEqual("Names"u8):
                    record.Names = reader.Texts("ServiceId.Names", record.Names) ?? record.Names;
                    break;
                case 9 when name.SequenceEqual("AccountId"u8):
                    record.AccountId = reader.Text("ServiceId.AccountId") ?? record.AccountId;
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return record;
    }
}

internal readonly struct AvailabilityZoneDetailReader : IRecordReader<AvailabilityZoneDetail>
{
    public static AvailabilityZoneDetail Read(ref HotReader reader)
    {
        AvailabilityZoneDetail record = new();
        while (reader.Next(out ReadOnlySpan<byte> name))
        {
            switch (name.Length)
            {
                case 4 when name.SequenceEqual("Name"u8):
                    record.Name = reader.Text("AvailabilityZoneDetail.Name") ?? record.Name;
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return record;
    }
}

internal readonly struct InstanceIdDetailReader : IRecordReader<InstanceIdDetail>
{
    public static InstanceIdDetail Read(ref HotReader reader)
    {
        InstanceIdDetail record = new();
        while (reader.Next(out ReadOnlySpan<byte> name))
        {
            switch (name.Length)
            {
                case 2 when name.SequenceEqual("Id"u8):
                    record.Id = reader.Text("InstanceIdDetail.Id") ?? record.Id;
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return record;
    }
}

internal readonly struct ResourceARNDetailReader : IRecordReader<ResourceARNDetail>
{
    public static ResourceARNDetail Read(ref HotReader reader)
    {
        ResourceARNDetail record = new();
        while (reader.Next(out ReadOnlySpan<byte> name))
        {
            switch (name.Length)
            {
                case 3 when name.SequenceEqual("ARN"u8):
                    record.ARN = reader.Text("ResourceARNDetail.ARN") ?? record.ARN;
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return record;
    }
}
