import { graphql } from "../../generated";

export const AccountFoldersQuery = graphql(`
  query AccountFolders($id: ID!) {
    account(id: $id) {
      id
      folders {
        id
        name
        access
        position
        parentId
      }
    }
  }
`);
