using System.Buffers;
using System.Text.Json;

namespace XRayPS.Core.Wire;

/// <summary>The names of the members by which an operation pages.</summary>
/// <param name="ItemsMember">The response member that holds the items.</param>
public sealed record Paging(string ItemsMember)
{
    /// <summary>The token's name in requests and responses; X-Ray has one name for all operations.</summary>
    public const string TokenMember = "NextToken";
}

/// <summary>
/// One operation of X-Ray's API (version 2016-04-12). Every operation is a POST of a JSON object; see the API reference,
/// https://docs.aws.amazon.com/xray/latest/api/.
/// </summary>
public abstract class Operation
{
    private protected Operation(string name, string path, Paging? paging, IReadOnlyList<string> exceptions)
    {
        Name = name;
        Path = path;
        Paging = paging;
        Exceptions = exceptions;
    }

    /// <summary>The name, such as <c>GetTraceSummaries</c>.</summary>
    public string Name { get; }

    /// <summary>The path of the POST, such as <c>/TraceSummaries</c>.</summary>
    public string Path { get; }

    /// <summary>How the operation pages, or null when it has no published paginator.</summary>
    public Paging? Paging { get; }

    /// <summary>The exceptions of the model.</summary>
    public IReadOnlyList<string> Exceptions { get; }

    /// <summary>The request record.</summary>
    public abstract Type RequestType { get; }

    /// <summary>The response record.</summary>
    public abstract Type ResponseType { get; }

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}

/// <summary>Reads a client's answer faster than the shape does, by the same rules.</summary>
/// <typeparam name="TResponse">The response record.</typeparam>
internal delegate TResponse ResponseReader<out TResponse>(ReadOnlySpan<byte> body, ReadContext context);

/// <summary>An operation with its records.</summary>
/// <typeparam name="TRequest">The request record.</typeparam>
/// <typeparam name="TResponse">The response record.</typeparam>
public sealed class Operation<TRequest, TResponse> : Operation
    where TRequest : class, new()
    where TResponse : class, new()
{
    private readonly ResponseReader<TResponse>? _reader;

    internal Operation(
        string name,
        string path,
        Shape<TRequest> request,
        Shape<TResponse> response,
        ResponseReader<TResponse> reader,
        Paging? paging,
        params string[] exceptions)
        : this(name, path, request, response, paging, exceptions) => _reader = reader;

    internal Operation(
        string name,
        string path,
        Shape<TRequest> request,
        Shape<TResponse> response,
        Paging? paging,
        params string[] exceptions)
        : base(name, path, paging, exceptions)
    {
        Request = request;
        Response = response;
    }

    /// <inheritdoc/>
    public override Type RequestType => typeof(TRequest);

    /// <inheritdoc/>
    public override Type ResponseType => typeof(TResponse);

    /// <summary>The request's members.</summary>
    public Shape<TRequest> Request { get; }

    /// <summary>The response's members.</summary>
    public Shape<TResponse> Response { get; }

    /// <summary>A request as the body of a POST.</summary>
    /// <param name="request">The request.</param>
    public byte[] WriteRequest(TRequest request) => ToBytes(Request, request, WriteStyle.Request);

    /// <summary>Reads an answer. No bytes stand for an empty object.</summary>
    /// <param name="body">UTF-8 JSON.</param>
    /// <param name="context">How strictly.</param>
    /// <exception cref="JsonException">The text is no JSON.</exception>
    public TResponse ReadResponse(ReadOnlySpan<byte> body, ReadContext context) =>
        _reader is null || context.Strict ? Response.Parse(body, context) : _reader(body, context);

    /// <summary>A response as the real service writes it.</summary>
    /// <param name="response">The response.</param>
    public byte[] WriteResponse(TResponse response) => ToBytes(Response, response, WriteStyle.Answer);

    private static byte[] ToBytes<T>(Shape<T> shape, T value, WriteStyle style)
        where T : class, new()
    {
        ArrayBufferWriter<byte> buffer = new(1024);
        using (Utf8JsonWriter writer = new(buffer, JsonText.WriterOptions))
        {
            shape.Write(writer, value, style);
        }

        return buffer.WrittenSpan.ToArray();
    }
}
