"""How quality and speed are measured: each file a command, each figure with the command beside."""
