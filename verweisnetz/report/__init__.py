"""The report for a meeting: what the network is, lacks, loses and has to decide, every figure with its evidence.

`verweisnetz.report.assembly` says what stands in it, `verweisnetz.report.page` and `verweisnetz.report.markdown` how it
looks, `verweisnetz.report.writing` writes it.
"""
