using BenchmarkDotNet.Running;
using TopicModel.Benchmarks;

// dotnet run -c Release --project tests/TopicModel.Benchmarks -- --filter '*'
// dotnet run -c Release --project tests/TopicModel.Benchmarks [-p:CompileAhead=true] -- cold MODEL
if (args is [ColdStart.Command, string path]) ColdStart.MeasureMany(path);
else if (args is [ColdStart.OneProcess, string model]) ColdStart.Measure(model);
else BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
