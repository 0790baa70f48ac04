namespace TorchSharp.Optimizers;

/// <summary>When a plateau is one and how far the learning rate falls then.</summary>
internal sealed record PlateauRule(bool IsMinimum, double Factor, int Patience, double Threshold, bool IsRelative, int Cooldown, double Minimum, double Epsilon);
