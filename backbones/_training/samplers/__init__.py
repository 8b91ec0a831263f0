"""Which pictures make a batch.

A sampler is a function of the table and a generator; the loop seeds the generator with the recipe's
seed, the stage and the epoch, so that a resumed training draws what it would have drawn.
"""
