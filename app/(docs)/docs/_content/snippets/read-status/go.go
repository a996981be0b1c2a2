// Prints the status of a message and each step that led to it.
package main

import (
	"encoding/json"
	"fmt"
	"log"
	"net/http"
	"os"
	"time"
)

var client = &http.Client{Timeout: 30 * time.Second}

type message struct {
	MessageID string `json:"message_id"`
	Status    any    `json:"status"`
	Events    []struct {
		At   string `json:"at"`
		Type string `json:"type"`
	} `json:"events"`
	Detail string `json:"detail"`
}

func main() {
	log.SetFlags(0)
	url := "http://localhost:3000/api/sms/msg_01HQX7Z8RNQK5ZF8TBPNT2YFKA"
	request, err := http.NewRequest("GET", url, nil)
	if err != nil {
		log.Fatal(err)
	}
	request.Header.Set("Authorization", "Bearer "+os.Getenv("ACTIO_TOKEN"))
	response, err := client.Do(request)
	if err != nil {
		log.Fatal(err)
	}
	defer response.Body.Close()
	var m message
	if err := json.NewDecoder(response.Body).Decode(&m); err != nil {
		log.Fatal(err)
	}
	if response.StatusCode != 200 {
		log.Fatal(m.Detail)
	}
	fmt.Println(m.MessageID, m.Status)
	for _, event := range m.Events {
		fmt.Println(event.At, event.Type)
	}
}
