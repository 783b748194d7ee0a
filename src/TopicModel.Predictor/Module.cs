// Buffers for tokens are filled before they are read; zeroing them first took half of sentence splitting.
[module: System.Runtime.CompilerServices.SkipLocalsInit]
