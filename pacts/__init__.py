"""What every room shares: frozen types, enumerations and errors. Imports no other room."""
