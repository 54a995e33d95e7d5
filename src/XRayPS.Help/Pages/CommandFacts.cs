namespace XRayPS.Help.Pages;

/// <summary>What the code says about a command.</summary>
/// <param name="Name">The command's name.</param>
/// <param name="Syntax">The ways to call it.</param>
/// <param name="Aliases">Other names of the command.</param>
/// <param name="Parameters">The parameters but the common ones, with their facts.</param>
/// <param name="Distances">
/// How many base classes up each parameter is declared: 0 is the command's own, and what the engine adds is the farthest. Many
/// commands share the words of those that are not their own.
/// </param>
public sealed record CommandFacts(
    string Name,
    IReadOnlyList<SyntaxText> Syntax,
    IReadOnlyList<string> Aliases,
    IReadOnlyDictionary<string, ParameterFacts> Parameters,
    IReadOnlyDictionary<string, int> Distances);
