"""Reading with a language model behind any OpenAI-compatible address, only where somebody asked for it.

``endpoint`` says where and how long, ``exchange`` sends one request, ``asking`` asks again where that helps,
``chunks`` cuts a document at its blocks, ``answer`` reads what came back, ``placing`` finds its quotes in the text.
The model gives quotes, never offsets: what the text does not say is dropped and counted.
"""
