using BenchmarkDotNet.Running;

// dotnet run -c Release --project tests/TopicModel.Benchmarks -- --filter '*'
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
