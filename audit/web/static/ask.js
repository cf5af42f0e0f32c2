// Says that the source is being looked at while the answer is on its way. Everything works without it.
document.getElementById("ask").addEventListener("submit", (event) => {
  const source = event.target.elements.source.value.trim();
  document.getElementById("working").textContent = source ? "Looking at the source…" : "Comparing…";
  event.target.querySelector("button").disabled = true;
});
document.getElementById("quote").addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) event.target.form.requestSubmit();
});
addEventListener("pageshow", () => {
  document.querySelector("#ask button").disabled = false;
  document.getElementById("working").textContent = "";
});
