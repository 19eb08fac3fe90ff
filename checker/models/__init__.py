"""Transformers models (extra ``models``): loading, batches, and what each kind of model says of a text.

The encoder, the scorers and `checker retranslate` stand on this floor. Nothing is loaded before the first text comes.
"""
