import { graphql } from "../generated";

export const PortalAccountQuery = graphql(`
  query PortalAccount($id: ID!) {
    portalAccount(id: $id) {
      id
      name
      number
      waitingCount
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
