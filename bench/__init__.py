"""Speed and memory, measured in one run on one machine: ratios to quote, absolute figures for the record."""
