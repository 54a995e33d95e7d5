using System.Collections;
using XRayPS.Commands;

namespace XRayPS.Tracing;

/// <summary>The blocks and flags of a document from what users say of them.</summary>
internal static class SegmentParts
{
    /// <summary>The block about a query.</summary>
    internal static SegmentSql Sql(IDictionary table)
    {
        RecordMap<object?> sql = Values.Map(table);
        string? Text(string member) => sql.TryGetValue(member, out object? value) ? value?.ToString() : null;
        return new SegmentSql
        {
            ConnectionString = Text("connection_string"),
            Url = Text("url"),
            SanitizedQuery = Text("sanitized_query"),
            DatabaseType = Text("database_type"),
            DatabaseVersion = Text("database_version"),
            DriverVersion = Text("driver_version"),
            User = Text("user"),
            Preparation = Text("preparation"),
        };
    }

    /// <summary>The block about the service; null when nothing is said.</summary>
    internal static RecordMap<object?>? Service(IDictionary? table, string? version)
    {
        if (table is null && version is null)
        {
            return null;
        }

        RecordMap<object?> service = table is null ? [] : Values.Map(table);
        if (version is not null)
        {
            service["version"] = version;
        }

        return service;
    }

    /// <summary>The block about request and response; null when nothing is said.</summary>
    internal static SegmentHttp? Http(NewXRaySegmentCommand said)
    {
        bool hasFlag = said.XForwardedFor || said.Traced;
        bool hasNumber = said.Status is not null || said.ContentLength is not null;
        if (!hasFlag && !hasNumber && (said.Method ?? said.Url ?? said.UserAgent ?? said.ClientIp) is null)
        {
            return null;
        }

        return new SegmentHttp
        {
            Method = said.Method,
            Url = said.Url,
            Status = said.Status,
            ContentLength = said.ContentLength,
            UserAgent = said.UserAgent,
            ClientIp = said.ClientIp,
            XForwardedFor = said.XForwardedFor ? true : null,
            Traced = said.Traced ? true : null,
        };
    }

    /// <summary>The flags that follow from exceptions and the status, and those that a switch says besides.</summary>
    internal static void SetFlags(SegmentDocument document, NewXRaySegmentCommand said)
    {
        int? failed = said.Status is >= 400 ? said.Status : null;
        document.Error = Flag(said.Error || said.Throttle, failed < 500, failed);
        document.Throttle = Flag(said.Throttle, failed == 429, failed);
        document.Fault = Flag(said.Fault || said.Exception.Length > 0, failed >= 500, failed);
    }

    /// <summary>A request that failed says no to the flags that it does not set; otherwise they are left out.</summary>
    private static bool? Flag(bool said, bool followed, int? failed) =>
        said || followed ? true : failed is null ? null : false;
}
