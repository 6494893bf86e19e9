"""How a corpus is run: `local` moves articles through the pipeline, `job` is the work from a corpus to its files."""
