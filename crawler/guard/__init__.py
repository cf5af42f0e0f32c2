"""The address guard: no request reaches a private, local or special address unless a person admitted it.

Four layers, each of which would do alone for what it sees: the address as written (`urls`), every resolved name
(`resolver`), every opened connection (`connect`), every answer's peer (`peers`). `selftest` proves at the start that
they are in place. `policy` says which addresses are refused.
"""
