export { default, metadata } from "../../m/[token]/not-found";
