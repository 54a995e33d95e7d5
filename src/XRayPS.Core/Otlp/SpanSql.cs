namespace XRayPS.Core.Otlp;

/// <summary>The SQL block, for the database engines that speak SQL; what other engines say stays metadata.</summary>
internal static class SpanSql
{
    internal static SegmentSql? Of(OtlpSpan span, SpanAttributes attributes)
    {
        string? system = attributes.Peek("db.system.name", "db.system");
        if (!IsSql(system))
        {
            return null;
        }

        attributes.Take("db.system.name", "db.system");
        string connection = attributes.Take("db.connection_string") ?? "localhost";
        return new SegmentSql
        {
            // The exporter holds that the span's name says more here than the address, which connection_string has.
            Url = span.Name.Length == 0 ? null : span.Name,
            ConnectionString = $"{connection}/{attributes.Take("db.namespace", "db.name")}",
            DatabaseType = system,
            User = attributes.Take("db.user"),
            SanitizedQuery = attributes.Take("db.query.text", "db.statement"),
        };
    }

    private static bool IsSql(string? system) => system is
        "db2" or "derby" or "hive" or "mariadb" or "mssql" or "mysql" or "oracle" or "postgresql" or "sqlite" or "teradata"
        or "other_sql"

        // The names of the stable conventions.
        or "ibm.db2" or "microsoft.sql_server" or "oracle.db";
}
