namespace XRayPS.Help.Pages;

/// <summary>What the code says about a command.</summary>
/// <param name="Name">The command's name.</param>
/// <param name="Syntax">The ways to call it.</param>
/// <param name="Aliases">Other names of the command.</param>
/// <param name="Parameters">The parameters but the common ones, with their facts.</param>
/// <param name="Inherited">The parameters that come from a base class or from the engine; many commands share their words.</param>
public sealed record CommandFacts(
    string Name,
    IReadOnlyList<SyntaxText> Syntax,
    IReadOnlyList<string> Aliases,
    IReadOnlyDictionary<string, ParameterFacts> Parameters,
    IReadOnlySet<string> Inherited);
