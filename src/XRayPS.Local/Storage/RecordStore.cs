using System.Buffers;
using System.Text;
using System.Text.Json;
using XRayPS.Core.Wire;

namespace XRayPS.Local.Storage;

/// <summary>Records of one kind by key, kept in the form of the wire.</summary>
/// <param name="settings">Where they are kept.</param>
/// <param name="kind">The kind; begins their names.</param>
/// <param name="shape">The members.</param>
internal sealed class RecordStore<T>(SettingStore settings, string kind, Shape<T> shape)
    where T : class, new()
{
    private readonly string _prefix = kind + "/";

    /// <summary>All records, by key.</summary>
    internal IReadOnlyList<T> All() => [.. settings.ReadAll(_prefix).Select(entry => Parse(entry.Value))];

    /// <summary>The record of a key, or null.</summary>
    internal T? Find(string key) => settings.Read(_prefix + key) is { } text ? Parse(text) : null;

    internal Task PutAsync(string key, T record, CancellationToken cancellationToken)
    {
        ArrayBufferWriter<byte> buffer = new(512);
        using (Utf8JsonWriter writer = new(buffer, JsonText.WriterOptions))
        {
            shape.Write(writer, record, WriteStyle.Request);
        }

        return settings.WriteAsync(_prefix + key, Encoding.UTF8.GetString(buffer.WrittenSpan), cancellationToken);
    }

    internal Task RemoveAsync(string key, CancellationToken cancellationToken) =>
        settings.RemoveAsync(_prefix + key, cancellationToken);

    private T Parse(string text) => shape.Parse(Encoding.UTF8.GetBytes(text), ReadContext.Client);
}
