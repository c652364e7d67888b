"""The subcommands of `kcn`, one module each, and what they share: options, terminal, failures."""
