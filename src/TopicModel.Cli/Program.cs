using System.Runtime.InteropServices;
using TopicModel.Cli.Commands;

using var cancellation = new CancellationTokenSource();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Cancel);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Cancel);
return (int)CliApp.Run(args, new SystemConsoleIo(), cancellation.Token);

void Cancel(PosixSignalContext signal)
{
    // The second signal ends the process at once: somebody who presses Ctrl-C again does not want to wait.
    signal.Cancel = !cancellation.IsCancellationRequested;
    cancellation.Cancel();
}
