// Buffers for tokens are filled before they are read; zeroing half a kilobyte for each short look at a line would be wasted.
[module: System.Runtime.CompilerServices.SkipLocalsInit]
