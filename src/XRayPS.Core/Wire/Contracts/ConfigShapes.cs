using XRayPS.Core.Model;

namespace XRayPS.Core.Wire;

/// <summary>Members of encryption and telemetry, as the model has them.</summary>
internal static class ConfigShapes
{
    internal static Shape<Empty> Empty { get; } = new Shape<Empty>("Empty");

    internal static Shape<BackendConnectionErrors> BackendConnectionErrors { get; } = new Shape<BackendConnectionErrors>("BackendConnectionErrors")
        .Integer("TimeoutCount", static r => r.TimeoutCount, static (r, v) => r.TimeoutCount = v)
        .Integer("ConnectionRefusedCount", static r => r.ConnectionRefusedCount, static (r, v) => r.ConnectionRefusedCount = v)
        .Integer("HTTPCode4XXCount", static r => r.HTTPCode4XXCount, static (r, v) => r.HTTPCode4XXCount = v)
        .Integer("HTTPCode5XXCount", static r => r.HTTPCode5XXCount, static (r, v) => r.HTTPCode5XXCount = v)
        .Integer("UnknownHostCount", static r => r.UnknownHostCount, static (r, v) => r.UnknownHostCount = v)
        .Integer("OtherCount", static r => r.OtherCount, static (r, v) => r.OtherCount = v);

    internal static Shape<TelemetryRecord> TelemetryRecord { get; } = new Shape<TelemetryRecord>("TelemetryRecord")
        .Timestamp("Timestamp", static r => r.Timestamp, static (r, v) => r.Timestamp = v, required: true)
        .Integer("SegmentsReceivedCount", static r => r.SegmentsReceivedCount, static (r, v) => r.SegmentsReceivedCount = v)
        .Integer("SegmentsSentCount", static r => r.SegmentsSentCount, static (r, v) => r.SegmentsSentCount = v)
        .Integer("SegmentsSpilloverCount", static r => r.SegmentsSpilloverCount, static (r, v) => r.SegmentsSpilloverCount = v)
        .Integer("SegmentsRejectedCount", static r => r.SegmentsRejectedCount, static (r, v) => r.SegmentsRejectedCount = v)
        .Structure("BackendConnectionErrors", static r => r.BackendConnectionErrors, static (r, v) => r.BackendConnectionErrors = v, static () => BackendConnectionErrors);

    // The order of declaration is the order in which violations are told; this one is recorded.
    internal static Shape<PutTelemetryRecordsRequest> PutTelemetryRecordsRequest { get; } = new Shape<PutTelemetryRecordsRequest>("PutTelemetryRecordsRequest")
        .Structures("TelemetryRecords", static r => r.TelemetryRecords, static (r, v) => r.TelemetryRecords = v, static () => TelemetryRecord, required: true)
        .Text("Hostname", static r => r.Hostname, static (r, v) => r.Hostname = v, TextRule.Length(0, 255))
        .Text("EC2InstanceId", static r => r.EC2InstanceId, static (r, v) => r.EC2InstanceId = v, TextRule.Length(0, 20))
        .Text("ResourceARN", static r => r.ResourceARN, static (r, v) => r.ResourceARN = v, TextRule.Length(0, 500));

    internal static Shape<EncryptionConfig> EncryptionConfig { get; } = new Shape<EncryptionConfig>("EncryptionConfig")
        .Text("Type", static r => r.Type, static (r, v) => r.Type = v)
        .Text("Status", static r => r.Status, static (r, v) => r.Status = v)
        .Text("KeyId", static r => r.KeyId, static (r, v) => r.KeyId = v);

    internal static Shape<PutEncryptionConfigRequest> PutEncryptionConfigRequest { get; } = new Shape<PutEncryptionConfigRequest>("PutEncryptionConfigRequest")
        .Text("KeyId", static r => r.KeyId, static (r, v) => r.KeyId = v, TextRule.Length(1, 3000))
        .Text("Type", static r => r.Type, static (r, v) => r.Type = v, TextRule.OneOf("NONE", "KMS"), required: true);

    internal static Shape<EncryptionConfigResponse> EncryptionConfigResponse { get; } = new Shape<EncryptionConfigResponse>("EncryptionConfigResponse")
        .Structure("EncryptionConfig", static r => r.EncryptionConfig, static (r, v) => r.EncryptionConfig = v, static () => EncryptionConfig);
}
