using System.Collections;

namespace XRayPS.Completion;

/// <summary>Completes origins: the kinds of what runs a service, as segments name them.</summary>
public sealed class ServiceTypeCompleter : ValueCompleter
{
    private static readonly KeyValuePair<string, string>[] Origins =
    [
        new("AWS::EC2::Instance", "an EC2 instance"),
        new("AWS::ECS::Container", "a container of ECS"),
        new("AWS::ECS::EC2", "a container of ECS on EC2"),
        new("AWS::ECS::Fargate", "a container of ECS on Fargate"),
        new("AWS::EKS::Container", "a container of EKS"),
        new("AWS::ElasticBeanstalk::Environment", "an Elastic Beanstalk environment"),
        new("AWS::Lambda::Function", "a Lambda function"),
        new("AWS::ApiGateway::Stage", "a stage of API Gateway"),
        new("AWS::AppSync::GraphQLAPI", "an API of AppSync"),
    ];

    private protected override IEnumerable<KeyValuePair<string, string>> Values(IDictionary bound) => Origins;
}
