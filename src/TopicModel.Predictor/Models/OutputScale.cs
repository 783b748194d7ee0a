using System.Runtime.InteropServices;

namespace TopicModel.Models;

/// <summary>What makes an output's score of its sum: bias + scale * sum. Eight bytes in the model file, the bias first.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal readonly record struct OutputScale(float Bias, float Scale);
