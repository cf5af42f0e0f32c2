"""The program on one's own machine in a browser and over HTTP."""
