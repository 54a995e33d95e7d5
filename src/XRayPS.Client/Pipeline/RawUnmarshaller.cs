using System.Net;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Transform;
using XRayPS.Core.Wire;

namespace XRayPS.Client.Pipeline;

/// <summary>Hands the bytes of an answer on, and turns an error answer into a <see cref="ServiceFailure"/>.</summary>
internal sealed class RawUnmarshaller : ResponseUnmarshaller
{
    private const string RequestIdHeader = "x-amzn-RequestId";
    private const string ErrorTypeHeader = "x-amzn-ErrorType";

    public override AmazonWebServiceResponse Unmarshall(UnmarshallerContext input)
    {
        BodyContext context = (BodyContext)input;
        string? requestId = Header(context.ResponseData, RequestIdHeader);
        int status = (int)context.ResponseData.StatusCode;
        if (UnknownRoute.Is(context.Body.Span))
        {
            throw new ServiceFailure(
                ServiceError.Read(status, errorTypeHeader: null, requestId, context.Body.Span), "application/json", default);
        }

        return new RawResponse { Body = context.Body, RequestId = requestId };
    }

    public override AmazonServiceException UnmarshallException(
        UnmarshallerContext input, Exception innerException, HttpStatusCode statusCode)
    {
        BodyContext context = (BodyContext)input;
        IWebResponseData response = context.ResponseData;
        ServiceError error = ServiceError.Read(
            (int)statusCode, Header(response, ErrorTypeHeader), Header(response, RequestIdHeader), context.Body.Span);
        return new ServiceFailure(error, response.ContentType, context.Body);
    }

    protected override UnmarshallerContext ConstructUnmarshallerContext(
        Stream responseStream, bool maintainResponseBody, IWebResponseData response, bool isException) =>
        new BodyContext(responseStream, response);

    protected override UnmarshallerContext ConstructUnmarshallerContext(
        Stream responseStream,
        bool maintainResponseBody,
        IWebResponseData response,
        bool isException,
        IRequestContext requestContext) =>
        new BodyContext(responseStream, response);

    private static string? Header(IWebResponseData response, string name) =>
        response.IsHeaderPresent(name) && response.GetHeaderValue(name) is { Length: > 0 } value ? value : null;
}
