"""Bytes of sources come in: pages over http and https, and files that are handed in.
Captures go out: bytes under their hash, with when, how, by whom and with what verdict.
Promises: nothing that arrived is lost, every input has its line on the receipt, kept bytes never change.
"""
