"""The trained model: a text's words in, scores out, and what the scores say.

pieces.py      the word pieces that the encoder reads
windows.py     stretches of whole paragraphs that it reads at once
weights.py     the weights, and running them
decoder.py     scores become attributions with a calibrated confidence
states.py      what the encoder saw at each place, for whoever comes behind
"""
