// On a narrow screen the menu is a strip wider than the page: the entry of this page is brought into view.

const menu = document.querySelector(".rail nav");
const entry = menu?.querySelector("[aria-current]");
if (entry) menu.scrollLeft = entry.offsetLeft - (menu.clientWidth - entry.offsetWidth) / 2;
