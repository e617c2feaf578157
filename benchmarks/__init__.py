"""Speed and memory, each measured beside a named peer in the same run."""
