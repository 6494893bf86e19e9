"""How the model in `models/` is made: gold in, weights out. `quotes train CONFIG` runs it.

    config.toml ─► data (gold, silver names) ─► augment ─► samples (windows, labels) ─► loop ─► export ─► calibrate

`network`, `loss`, `loop`, `checkpoints` and `export` need the extra `train` (torch, transformers, onnx; see `extra`).
Nothing here is imported by the pipeline.
"""
