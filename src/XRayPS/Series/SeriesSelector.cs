using XRayPS.Core.Filters.Ast;

namespace XRayPS.Series;

/// <summary>Whose requests a time series tells.</summary>
/// <param name="Expression">The entity selector; null for the entry points.</param>
/// <param name="Name">What the series is called.</param>
/// <param name="Type">The kind of the service; null where nobody named it.</param>
internal sealed record SeriesSelector(string? Expression, string Name, string? Type)
{
    /// <summary>The calls of clients.</summary>
    internal static SeriesSelector EntryPoints { get; } = new(null, "(entry points)", null);

    /// <summary>A service, by <c>id()</c>: X-Ray forecasts for no other form.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="type">Its kind; null or empty for any.</param>
    internal static SeriesSelector Of(string name, string? type) => string.IsNullOrEmpty(type)
        ? new($"service(id(name: {FilterPrinter.Quote(name)}))", name, null)
        : new($"service(id(name: {FilterPrinter.Quote(name)}, type: {FilterPrinter.Quote(type)}))", name, type);
}
