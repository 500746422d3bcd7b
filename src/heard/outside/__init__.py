"""The only subprocesses, engines and network."""
