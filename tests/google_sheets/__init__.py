"""A stand-in for Google Sheets and the few Drive calls gspread makes: a real HTTP server for tests, on loopback."""
