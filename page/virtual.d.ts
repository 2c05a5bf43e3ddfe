declare module 'virtual:sample' {
  const base64: string;
  export default base64;
}
