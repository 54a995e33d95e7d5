using XRayPS.Core.Ports;

namespace XRayPS.Local.Storage;

/// <summary>Errors of opening a database file, each with the file's name and a way out.</summary>
internal static class StoreFailure
{
    internal static XRayException NoDatabase(string path, Exception? failure = null) => Unusable(
        $"'{path}' is not a database of XRayPS. It was left as it is; name another file.", failure);

    internal static XRayException Newer(string path, long found, long known) => Unusable(
        $"'{path}' was made by a newer version of XRayPS (format {found}, this version knows {known}). Update XRayPS or name another file.");

    internal static XRayException InUse(string path, Exception failure) => Unusable(
        $"'{path}' is in use by another local X-Ray. Stop that one, or name another file.", failure);

    internal static XRayException CannotOpen(string path, Exception failure) => Unusable(
        $"'{path}' cannot be opened: {failure.Message}", failure);

    private static XRayException Unusable(string message, Exception? failure = null) =>
        new(FailureKind.Configuration, "StoreUnusable", message, failure);
}
