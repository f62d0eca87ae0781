"""The dashboard: Streamlit pages for the director, coordinators and call handlers. Every page asks casework, then draws."""
