namespace XRayPS.Client.Connection;

/// <summary>A partition of AWS: host name suffixes and the regions that offer X-Ray.</summary>
/// <param name="Name">The name, such as <c>aws-cn</c>.</param>
/// <param name="Prefixes">What a region's name begins with; empty for the partition of all other names.</param>
/// <param name="Suffix">The suffix of host names.</param>
/// <param name="DualStackSuffix">The suffix of host names that also have an IPv6 address.</param>
/// <param name="Regions">The regions that offer X-Ray.</param>
internal sealed record Partition(
    string Name, string[] Prefixes, string Suffix, string DualStackSuffix, string[] Regions)
{
    /// <summary>
    /// All partitions, the general one last. See https://docs.aws.amazon.com/general/latest/gr/xray.html.
    /// </summary>
    internal static IReadOnlyList<Partition> All { get; } =
    [
        new("aws-cn", ["cn-"], "amazonaws.com.cn", "api.amazonwebservices.com.cn", ["cn-north-1", "cn-northwest-1"]),
        new("aws-us-gov", ["us-gov-"], "amazonaws.com", "api.aws", ["us-gov-east-1", "us-gov-west-1"]),
        new("aws-eusc", ["eusc-"], "amazonaws.eu", "api.amazonwebservices.eu", ["eusc-de-east-1"]),
        new("aws-iso", ["us-iso-"], "c2s.ic.gov", "api.aws.ic.gov", ["us-iso-east-1", "us-iso-west-1"]),
        new("aws-iso-b", ["us-isob-"], "sc2s.sgov.gov", "api.aws.scloud", ["us-isob-east-1", "us-isob-west-1"]),
        new("aws-iso-e", ["eu-isoe-"], "cloud.adc-e.uk", "api.cloud-aws.adc-e.uk", ["eu-isoe-west-1"]),
        new("aws-iso-f", ["us-isof-"], "csp.hci.ic.gov", "api.aws.hci.ic.gov", ["us-isof-east-1", "us-isof-south-1"]),
        new("aws", [], "amazonaws.com", "api.aws",
        [
            "af-south-1", "ap-east-1", "ap-east-2", "ap-northeast-1", "ap-northeast-2", "ap-northeast-3", "ap-south-1",
            "ap-south-2", "ap-southeast-1", "ap-southeast-2", "ap-southeast-3", "ap-southeast-4", "ap-southeast-5",
            "ap-southeast-6", "ap-southeast-7", "ca-central-1", "ca-west-1", "eu-central-1", "eu-central-2",
            "eu-north-1", "eu-south-1", "eu-south-2", "eu-west-1", "eu-west-2", "eu-west-3", "il-central-1",
            "me-central-1", "me-south-1", "mx-central-1", "sa-east-1", "us-east-1", "us-east-2", "us-west-1", "us-west-2",
        ]),
    ];

    /// <summary>The partition of a region; a name that no partition claims is the general one's.</summary>
    internal static Partition Of(string region) =>
        All.First(partition => partition.Prefixes.Length == 0
            || partition.Prefixes.Any(prefix => region.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)));
}
