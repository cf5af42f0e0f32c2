"""What the application does and its faces: service, command line, web page."""

__version__ = "0.1.0"
